// The same order in four forms, each ready to paste: curl, the official Java and Python SDKs, our
// command line. Only text is made here.

import { createPath } from "../shared/api.js";

/** A word as the shell takes it to the letter. */
export const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** JSON's strings are strings of Java and Python too. */
const words = (text) => JSON.stringify(text);

export function curl(origin, card, body) {
  return [
    `curl -s ${origin}/${createPath(card)} \\`,
    `  -H "Authorization: Bearer $DASHSCOPE_API_KEY" -H "X-DashScope-Async: enable" -H "Content-Type: application/json" \\`,
    `  -d ${quoted(JSON.stringify(body, null, 2))}`,
  ].join("\n");
}

/** Builder methods of the Java SDK by the wire's names; what it has no method for goes another way. */
const JAVA = {
  prompt: "prompt", negative_prompt: "negativePrompt", template: "template", img_url: "imgUrl", audio_url: "audioUrl",
  first_frame_url: "firstFrameUrl", last_frame_url: "lastFrameUrl", reference_urls: "referenceUrls",
  size: "size", resolution: "resolution", ratio: "ratio", duration: "duration", seed: "seed", prompt_extend: "promptExtend",
  watermark: "watermark", shot_type: "shotType", audio: "audio", audio_setting: "audioSetting",
};

const javaValue = (value) =>
  Array.isArray(value) ? `List.of(${value.map(javaValue).join(", ")})` : typeof value === "string" ? words(value) : String(value);

export function java(origin, card, body) {
  const lines = [];
  const { media, ...input } = body.input;
  for (const [name, value] of Object.entries(input)) {
    lines.push(JAVA[name] ? `.${JAVA[name]}(${javaValue(value)})` : `.extraInput(${words(name)}, ${javaValue(value)})`);
  }
  if (media) lines.push(`.media(List.of(\n                ${media.map(javaMedia).join(",\n                ")}))`);
  for (const [name, value] of Object.entries(body.parameters)) {
    lines.push(JAVA[name] ? `.${JAVA[name]}(${javaValue(value)})` : `.parameter(${words(name)}, ${javaValue(value)})`);
  }
  return `import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesis;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisParam;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisResult;
import com.alibaba.dashscope.utils.Constants;
import java.util.List;

public class Film {
  public static void main(String[] args) throws Exception {
    Constants.baseHttpApiUrl = "${origin}/api/v1";
    VideoSynthesisParam param =
        VideoSynthesisParam.builder()
            .apiKey(System.getenv("DASHSCOPE_API_KEY"))
            .model(${words(body.model)})
            ${lines.join("\n            ")}
            .build();
    VideoSynthesisResult result = new VideoSynthesis().call(param);
    System.out.println(result.getOutput().getVideoUrl());
  }
}`;
}

const javaMedia = (entry) =>
  `VideoSynthesisParam.Media.builder().type(${words(entry.type)}).url(${words(entry.url)})${entry.reference_voice ? `.referenceVoice(${words(entry.reference_voice)})` : ""}.build()`;

function pythonValue(value, indent) {
  if (value === true) return "True";
  if (value === false) return "False";
  if (Array.isArray(value)) {
    const rows = value.map((each) => `${indent}    ${pythonValue(each, `${indent}    `)},`);
    return `[\n${rows.join("\n")}\n${indent}]`;
  }
  if (value !== null && typeof value === "object") return `{${Object.entries(value).map(([k, v]) => `${words(k)}: ${pythonValue(v, indent)}`).join(", ")}}`;
  return words(value);
}

export function python(origin, card, body) {
  const { function: fn, ...input } = body.input;
  const lines = Object.entries({ ...input, ...body.parameters }).map(([name, value]) => `    ${name}=${pythonValue(value, "    ")},`);
  // The SDK writes a function of its own into the input unless it is given as an extra.
  if (fn) lines.push(`    extra_input={"function": ${words(fn)}},`);
  return `import os
import dashscope
from dashscope import VideoSynthesis

dashscope.base_http_api_url = "${origin}/api/v1"
rsp = VideoSynthesis.call(
    api_key=os.environ["DASHSCOPE_API_KEY"],
    model=${words(body.model)},
${lines.join("\n")}
)
print(rsp.output.video_url if rsp.status_code == 200 else rsp)`;
}

const OPTIONS = { prompt: "--prompt", negative_prompt: "--negative-prompt", template: "--template", function: "--function" };
const PARAMETERS = { resolution: "--resolution", ratio: "--ratio", size: "--size", duration: "--duration", seed: "--seed", shot_type: "--shot-type" };
const ROLES = { first_frame: "--first-frame", last_frame: "--last-frame", first_clip: "--clip", video: "--video", driving_audio: "--audio", reference: "--reference", reference_image: "--reference", reference_video: "--reference" };

/** The command. A reference without an ending in its address would be taken for a picture. */
export function commandLine(origin, card, body, way) {
  const options = [];
  const add = (option, value) => options.push(`${option} ${quoted(String(value))}`);
  const addFile = (role, url, voice) => {
    const clip = /\.(mp4|mov|avi|webm|mkv)$/i.test(url.split(/[?#]/)[0]);
    const plain = ROLES[role] && (role === "reference_video" ? clip : role === "reference_image" ? !clip : true);
    if (plain) add(ROLES[role], url);
    else add("--media", `${role}=${url}`);
    if (voice) add("--voice", voice);
  };
  for (const [name, value] of Object.entries(body.input)) {
    if (name === "media") value.forEach((entry) => addFile(entry.type, entry.url, entry.reference_voice));
    else if (OPTIONS[name]) add(OPTIONS[name], value);
    else [value].flat().forEach((url) => addFile(way.slots.find((slot) => slot.field === name)?.role, url));
  }
  for (const [name, value] of Object.entries(body.parameters)) {
    if (name === "watermark" && value) options.push("--watermark");
    else if (name === "prompt_extend" && !value) options.push("--no-prompt-extend");
    else if (name === "audio" && !value) options.push("--no-audio");
    else if (PARAMETERS[name]) add(PARAMETERS[name], value);
    else add("--parameter", `${name}=${value}`);
  }
  return [`./wan4j generate --base-url ${origin}/api/v1 --model ${body.model}`, ...options, "--out film.mp4"].join(" \\\n  ");
}
