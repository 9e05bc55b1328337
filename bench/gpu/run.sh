#!/usr/bin/env bash
# Runs on the GPU machine, in the unpacked folder: parity on CUDA, then speeds, then the same shapes
# through the Python reference where `import diffusers` works.
#
#   ./run.sh [parity] [kernels] [vae] [steps] [fp8] [pair] [film] [reference]     all of them without a name
#
#   PARITY   folder of the parity fixtures, when they are not in the pack
#   PYTHON   the Python whose PyTorch is used (default python3)
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
sections=("$@")
[ $# -gt 0 ] || sections=(parity kernels vae steps fp8 pair film reference)
export WAN4J_PYTHON=${PYTHON:-python3}
java=(java/bin/java -XX:+UseSerialGC -Xmx2g --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true -cp "lib/torch:lib/engine-wan:lib/engine:lib/media:lib/storyboard:lib/*")

nvidia-smi --query-gpu=name,driver_version,memory.total,clocks.sm --format=csv,noheader
uname -srm
measured=()
for section in "${sections[@]}"; do
  case $section in
    parity)
      # 32-bit products in 32 bits: the fixtures are compared far below what TF32 can give.
      NVIDIA_TF32_OVERRIDE=0 java/bin/java -Xmx2g --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
        -Dwan4j.device=cuda -Dwan4j.parity="${PARITY:-$PWD/parity}" \
        -cp "lib/torch:lib/engine-wan:lib/engine:lib/media:lib/storyboard:lib/torch-tests:lib/engine-wan-tests:lib/*" \
        org.junit.platform.console.ConsoleLauncher execute --disable-banner --details=summary \
        --scan-classpath=lib/engine-wan-tests --include-classname='.*ParityTest|.*SkippingTest|.*CudaFilmTest'
      NVIDIA_TF32_OVERRIDE=0 java/bin/java -Xmx2g --enable-native-access=ALL-UNNAMED \
        -Dwan4j.device=cuda \
        -cp "lib/torch:lib/torch-tests:lib/*" \
        org.junit.platform.console.ConsoleLauncher execute --disable-banner --details=summary \
        --scan-classpath=lib/torch-tests --include-classname='.*Cuda.*Test'
      ;;
    kernels | vae | steps | fp8 | pair | film) measured+=("$section") ;;
    reference) ;;
    *) echo "run.sh: no section is called $section" >&2; exit 64 ;;
  esac
done
if [ ${#measured[@]} -gt 0 ]; then
  "${java[@]}" io.wan4j.engine.wan.bench.GpuBenchmark "${measured[@]}"
fi
for section in "${sections[@]}"; do
  if [ "$section" = reference ]; then "$WAN4J_PYTHON" reference.py; fi
done
