/**
 * libtorch 2.10 or newer through its stable C interface, with {@code java.lang.foreign} and nothing
 * else: {@link io.wan4j.torch.Torch} finds and loads the library, {@link io.wan4j.torch.Tensor} and
 * {@link io.wan4j.torch.Scope} own memory, {@link io.wan4j.torch.Op} calls any operator by its
 * schema text, {@link io.wan4j.torch.Weights} maps safetensors files.
 */
package io.wan4j.torch;
