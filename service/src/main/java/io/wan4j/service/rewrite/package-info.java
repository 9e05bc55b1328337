/** Prompts rewritten by a language model that the owner of the service has configured. */
package io.wan4j.service.rewrite;
