// Row kernels of the Wan networks for NVIDIA cards: what libtorch does in five to ten passes over
// memory, done in one. Compiled on the user's machine by NVRTC; see CudaProgram.java.
//
// One block works on one row. A thread holds PER vectors of eight 16-bit numbers in registers, so
// a row is read once and statistics are exact: mean first, then the deviations from it. All
// arithmetic is in 32 bits; each result is rounded once.
//
// PER and HALF (1: numbers are float16, 0: bfloat16) are given on the compiler's command line.

typedef unsigned short u16;
typedef unsigned int u32;
typedef long long i64;

struct alignas(16) Vector { u16 at[8]; };

#if HALF
__device__ __forceinline__ float widen(u16 x) {
  float y;
  asm("cvt.f32.f16 %0, %1;" : "=f"(y) : "h"(x));
  return y;
}
__device__ __forceinline__ u16 narrow(float x) {
  u16 y;
  asm("cvt.rn.f16.f32 %0, %1;" : "=h"(y) : "f"(x));
  return y;
}
#else
__device__ __forceinline__ float widen(u16 x) { return __uint_as_float((u32)x << 16); }
__device__ __forceinline__ u16 narrow(float x) {
  u16 y;
  asm("cvt.rn.bf16.f32 %0, %1;" : "=h"(y) : "f"(x));
  return y;
}
#endif

__device__ __forceinline__ float rounded(float x) { return widen(narrow(x)); }

// The sum (or, with MAX, the largest) over all threads of a block, in every thread. Calls that
// follow each other use different slots, so one barrier a call is enough: whoever writes a slot
// again has passed the barrier of the call between, which all reached after reading it.
template <bool MAX> __device__ __forceinline__ float over_block(float x, int slot) {
  __shared__ float partial[2][32];
  for (int step = 16; step > 0; step >>= 1) {
    float other = __shfl_xor_sync(0xffffffff, x, step);
    x = MAX ? fmaxf(x, other) : x + other;
  }
  int lane = threadIdx.x & 31;
  int warps = blockDim.x >> 5;
  if (lane == 0) partial[slot][threadIdx.x >> 5] = x;
  __syncthreads();
  float y = lane < warps ? partial[slot][lane] : (MAX ? __int_as_float(0xff800000) : 0.0f);
  for (int step = 16; step > 0; step >>= 1) {
    float other = __shfl_xor_sync(0xffffffff, y, step);
    y = MAX ? fmaxf(y, other) : y + other;
  }
  return y;
}

// Eight numbers in two reads of sixteen bytes.
__device__ __forceinline__ void read(const float* from, float* to) {
  float4 a = *(const float4*)from;
  float4 b = *(const float4*)(from + 4);
  to[0] = a.x; to[1] = a.y; to[2] = a.z; to[3] = a.w;
  to[4] = b.x; to[5] = b.y; to[6] = b.z; to[7] = b.w;
}

// sum = x + gate * y (gate null: 1), norm = layer_norm(sum) * (offset + scale) + shift.
//
//   x, y, sum, norm  [rows, width] 16-bit; y and sum null: only the norm of x; norm null: only the sum
//   gate, scale, shift  float32 rows of `width`, the first of them at row * stride
//   offset  1 for a modulation, 0 for a learned weight
extern "C" __global__ void residual_norm(
    const u16* __restrict__ x, const u16* __restrict__ y, u16* __restrict__ sum,
    u16* __restrict__ norm, const float* __restrict__ gate, i64 gate_stride,
    const float* __restrict__ scale, i64 scale_stride, const float* __restrict__ shift,
    i64 shift_stride, float offset, float epsilon, int width, i64 rows_per_video, i64 rows) {
  for (i64 row = blockIdx.x; row < rows; row += gridDim.x) {
    i64 which = row / rows_per_video;
    float v[PER][8];
    float total = 0;
#pragma unroll
    for (int p = 0; p < PER; p++) {
      int at = (p * blockDim.x + threadIdx.x) * 8;
      if (at < width) {
        Vector a = *(const Vector*)(x + row * width + at);
        for (int i = 0; i < 8; i++) v[p][i] = widen(a.at[i]);
        if (y) {
          Vector b = *(const Vector*)(y + row * width + at);
          float g[8] = {1, 1, 1, 1, 1, 1, 1, 1};
          if (gate) read(gate + which * gate_stride + at, g);
          Vector out;
          for (int i = 0; i < 8; i++) {
            out.at[i] = narrow(v[p][i] + widen(b.at[i]) * g[i]);
            v[p][i] = widen(out.at[i]);
          }
          *(Vector*)(sum + row * width + at) = out;
        }
        for (int i = 0; i < 8; i++) total += v[p][i];
      }
    }
    if (!norm) continue;
    float mean = over_block<false>(total, 0) / width;
    float squares = 0;
#pragma unroll
    for (int p = 0; p < PER; p++) {
      int at = (p * blockDim.x + threadIdx.x) * 8;
      if (at < width) {
        for (int i = 0; i < 8; i++) squares += (v[p][i] - mean) * (v[p][i] - mean);
      }
    }
    float factor = rsqrtf(over_block<false>(squares, 1) / width + epsilon);
#pragma unroll
    for (int p = 0; p < PER; p++) {
      int at = (p * blockDim.x + threadIdx.x) * 8;
      if (at < width) {
        float m[8];
        float t[8];
        read(scale + which * scale_stride + at, m);
        read(shift + which * shift_stride + at, t);
        Vector out;
        for (int i = 0; i < 8; i++) {
          out.at[i] = narrow((v[p][i] - mean) * factor * (offset + m[i]) + t[i]);
        }
        *(Vector*)(norm + row * width + at) = out;
      }
    }
  }
}

// out = rms_norm(x) * weight, then adjacent pairs of each head turned where cos is not null.
//
//   x, out, weight  [rows, width], [width] 16-bit
//   cos, sin  [tokens, head / 2] float32; row r is token r % tokens
extern "C" __global__ void rms_rotate(
    const u16* __restrict__ x, u16* __restrict__ out, const u16* __restrict__ weight,
    const float* __restrict__ cos, const float* __restrict__ sin, float epsilon, int width,
    int head, i64 tokens, i64 x_stride, i64 rows) {
  int slot = 0;
  for (i64 row = blockIdx.x; row < rows; row += gridDim.x, slot ^= 1) {
    float v[PER][8];
    float squares = 0;
#pragma unroll
    for (int p = 0; p < PER; p++) {
      int at = (p * blockDim.x + threadIdx.x) * 8;
      if (at < width) {
        Vector a = *(const Vector*)(x + row * x_stride + at);
        for (int i = 0; i < 8; i++) {
          v[p][i] = widen(a.at[i]);
          squares += v[p][i] * v[p][i];
        }
      }
    }
    float factor = rsqrtf(over_block<false>(squares, slot) / width + epsilon);
#pragma unroll
    for (int p = 0; p < PER; p++) {
      int at = (p * blockDim.x + threadIdx.x) * 8;
      if (at < width) {
        Vector w = *(const Vector*)(weight + at);
        Vector r;
        // Rounded between the norm and the turn, as the separate operations of PyTorch round.
        for (int i = 0; i < 8; i++) v[p][i] = rounded(v[p][i] * factor * widen(w.at[i]));
        if (cos) {
          i64 angle = (row % tokens) * (head / 2) + (at % head) / 2;
          float4 c = *(const float4*)(cos + angle);
          float4 s = *(const float4*)(sin + angle);
          float cs[4] = {c.x, c.y, c.z, c.w};
          float sn[4] = {s.x, s.y, s.z, s.w};
          for (int i = 0; i < 8; i += 2) {
            r.at[i] = narrow(v[p][i] * cs[i / 2] - v[p][i + 1] * sn[i / 2]);
            r.at[i + 1] = narrow(v[p][i] * sn[i / 2] + v[p][i + 1] * cs[i / 2]);
          }
        } else {
          for (int i = 0; i < 8; i++) r.at[i] = narrow(v[p][i]);
        }
        *(Vector*)(out + row * width + at) = r;
      }
    }
  }
}

#if !HALF
// Two numbers as e4m3, the first in the lower byte; too large ones become the largest, 448.
__device__ __forceinline__ u16 eighths(float low, float high) {
  u16 y;
  asm("cvt.rn.satfinite.e4m3x2.f32 %0, %1, %2;" : "=h"(y) : "f"(high), "f"(low));
  return y;
}

__device__ __forceinline__ float gelu_tanh(float x) {
  float inner = 0.7978845608028654f * (x + 0.044715f * x * x * x);
  return 0.5f * x * (1.0f + tanhf(inner));
}

// Each row as e4m3 with a scale of its own: out * scale = x, the largest becoming 448. With gelu,
// of gelu(x) rounded to 16 bits.
extern "C" __global__ void quantize_rows(
    const u16* __restrict__ x, unsigned char* __restrict__ out, float* __restrict__ scale,
    int width, int gelu) {
  i64 row = blockIdx.x;
  float v[PER][8];
  float largest = 0;
#pragma unroll
  for (int p = 0; p < PER; p++) {
    int at = (p * blockDim.x + threadIdx.x) * 8;
    if (at < width) {
      Vector a = *(const Vector*)(x + row * width + at);
      for (int i = 0; i < 8; i++) {
        float value = widen(a.at[i]);
        v[p][i] = gelu ? rounded(gelu_tanh(value)) : value;
        largest = fmaxf(largest, fabsf(v[p][i]));
      }
    }
  }
  largest = fmaxf(over_block<true>(largest, 0), 1e-12f);
  float factor = 448.0f / largest;
  if (threadIdx.x == 0) scale[row] = largest / 448.0f;
#pragma unroll
  for (int p = 0; p < PER; p++) {
    int at = (p * blockDim.x + threadIdx.x) * 8;
    if (at < width) {
      u16 pair[4];
      for (int i = 0; i < 4; i++) pair[i] = eighths(v[p][2 * i] * factor, v[p][2 * i + 1] * factor);
      *(uint2*)(out + row * width + at) = *(uint2*)pair;
    }
  }
}
#endif

// x / max(|x|, least) * gain over the channels, then SiLU where asked: the norm of the video
// autoencoder. Channels lie `plane` numbers apart ([B, C, plane]); a thread has eight positions.
extern "C" __global__ void channel_norm(
    const u16* __restrict__ x, u16* __restrict__ out, const float* __restrict__ gain, int channels,
    i64 plane, float least, int silu) {
  i64 at = ((i64)blockIdx.x * blockDim.x + threadIdx.x) * 8;
  if (at >= plane) return;
  const u16* from = x + (i64)blockIdx.y * channels * plane + at;
  u16* to = out + (i64)blockIdx.y * channels * plane + at;
  float squares[8] = {0, 0, 0, 0, 0, 0, 0, 0};
  for (int c = 0; c < channels; c++) {
    Vector a = *(const Vector*)(from + c * plane);
    for (int i = 0; i < 8; i++) {
      float value = widen(a.at[i]);
      squares[i] += value * value;
    }
  }
  float factor[8];
  for (int i = 0; i < 8; i++) factor[i] = 1.0f / fmaxf(sqrtf(squares[i]), least);
  for (int c = 0; c < channels; c++) {
    Vector a = *(const Vector*)(from + c * plane);
    Vector r;
    float g = gain[c];
    for (int i = 0; i < 8; i++) {
      float value = rounded(widen(a.at[i]) * factor[i] * g);
      r.at[i] = narrow(silu ? value / (1.0f + __expf(-value)) : value);
    }
    *(Vector*)(to + c * plane) = r;
  }
}

// The same where the channels of a position lie side by side ([positions, C]): `lanes` threads of
// a warp, a power of two, share a position, so that no thread of a warp is idle for 96 channels.
extern "C" __global__ void channel_norm_rows(
    const u16* __restrict__ x, u16* __restrict__ out, const float* __restrict__ gain, int channels,
    i64 positions, float least, int silu, int lanes) {
  i64 row = ((i64)blockIdx.x * blockDim.x + threadIdx.x) / lanes;
  bool here = row < positions;
  int lane = threadIdx.x & (lanes - 1);
  float v[PER][8];
  float squares = 0;
#pragma unroll
  for (int p = 0; p < PER; p++) {
    int at = (p * lanes + lane) * 8;
    if (here && at < channels) {
      Vector a = *(const Vector*)(x + row * channels + at);
      for (int i = 0; i < 8; i++) {
        v[p][i] = widen(a.at[i]);
        squares += v[p][i] * v[p][i];
      }
    }
  }
  for (int step = lanes >> 1; step > 0; step >>= 1) {
    squares += __shfl_xor_sync(0xffffffff, squares, step);
  }
  float factor = 1.0f / fmaxf(sqrtf(squares), least);
#pragma unroll
  for (int p = 0; p < PER; p++) {
    int at = (p * lanes + lane) * 8;
    if (here && at < channels) {
      float g[8];
      read(gain + at, g);
      Vector r;
      for (int i = 0; i < 8; i++) {
        float value = rounded(v[p][i] * factor * g[i]);
        r.at[i] = narrow(silu ? value / (1.0f + __expf(-value)) : value);
      }
      *(Vector*)(out + row * channels + at) = r;
    }
  }
}
