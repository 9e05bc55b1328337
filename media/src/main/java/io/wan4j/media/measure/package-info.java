/** How alike pictures are and what a finished film really holds: for tests, benches and doctor. */
package io.wan4j.media.measure;
