/** What a storyboard sounds like: who speaks how, and what else is heard when. */
package io.wan4j.engine.previz.sound;
