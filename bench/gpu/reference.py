"""Times the Python reference, diffusers, on the shapes of GpuBenchmark: eager, bf16, random weights
made on the card. Needs `diffusers` on the path (PYTHONPATH); says so and leaves where it is not."""

import sys
import time

import torch

try:
    import diffusers
    from diffusers import AutoencoderKLWan, WanTransformer3DModel
except ImportError as error:
    print(f"reference: diffusers cannot be imported here ({error}); skipped")
    sys.exit(0)

DEVICE = "cuda"
WIDE = ("time_embedder", "scale_shift_table", "norm1", "norm2", "norm3")
FILMS = [
    ("1.3B 480x832x81", 12, 8960, 30, 16, (1, 16, 21, 60, 104)),
    ("TI2V-5B 704x1280x121", 24, 14336, 30, 48, (1, 48, 31, 44, 80)),
    ("14B 480x832x81", 40, 13824, 40, 16, (1, 16, 21, 60, 104)),
    ("14B 720x1280x81", 40, 13824, 40, 16, (1, 16, 21, 90, 160)),
]


def seconds(runs, work):
    """The median of several runs after one to warm up, each waited for."""
    found = []
    for i in range(runs + 1):
        torch.cuda.synchronize()
        start = time.perf_counter()
        work()
        torch.cuda.synchronize()
        if i:
            found.append(time.perf_counter() - start)
    return sorted(found)[len(found) // 2]


def filled(model):
    """Random weights in bf16, but for what diffusers keeps in 32 bits when it loads a checkpoint."""
    model.to(torch.bfloat16)
    for name, parameter in model.named_parameters():
        if any(part in WIDE for part in name.split(".")):
            parameter.data = parameter.data.to(torch.float32)
    model.to_empty(device=DEVICE)
    for parameter in model.parameters():
        parameter.normal_(0, 0.02)
    return model.eval()


@torch.no_grad()
def step(name, heads, feed_forward, layers, channels, shape):
    with torch.device("meta"):
        model = WanTransformer3DModel(
            num_attention_heads=heads,
            attention_head_dim=128,
            in_channels=channels,
            out_channels=channels,
            ffn_dim=feed_forward,
            num_layers=layers,
        )
    # The tables of rotary positions are computed in the constructor: take them from a small twin.
    twin = WanTransformer3DModel(num_attention_heads=1, num_layers=0, ffn_dim=8, attention_head_dim=128)
    model = filled(model)
    model.rope = twin.rope.to(DEVICE)
    latents = torch.randn(shape, device=DEVICE, dtype=torch.bfloat16)
    text = torch.randn((1, 512, 4096), device=DEVICE, dtype=torch.bfloat16)
    timestep = torch.tensor([500], device=DEVICE)
    took = seconds(3, lambda: model(latents, timestep, text, return_dict=False))
    print(f"reference {name:<40} {took * 1e3:9.2f} ms", flush=True)


@torch.no_grad()
def decode():
    vae = AutoencoderKLWan().to(DEVICE, torch.bfloat16).eval()
    latents = torch.randn((1, 16, 21, 60, 104), device=DEVICE, dtype=torch.bfloat16)
    took = seconds(3, lambda: vae.decode(latents, return_dict=False))
    print(f"reference {'VAE 2.1 decode 480x832x81':<40} {took * 1e3:9.2f} ms", flush=True)


def attempt(work, *arguments):
    """One shape that cannot be run must not cost the others."""
    try:
        work(*arguments)
    except Exception as error:  # shown, and the next one is tried
        print(f"reference {arguments[:1]}: {type(error).__name__}: {str(error)[:300]}", flush=True)
    torch.cuda.empty_cache()


print(f"diffusers {diffusers.__version__}, torch {torch.__version__}")
for film in FILMS:
    attempt(step, *film)
attempt(decode)
