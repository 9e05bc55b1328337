package io.wan4j.service.work;

import io.wan4j.protocol.Bill;
import java.nio.file.Path;
import java.util.List;

/**
 * A film that is whole but not yet stored, and what its reply shall say.
 *
 * @param usageJson the {@code usage} object
 * @param frameRate of the file, frames a second
 * @param notes the engine's, one sentence each
 * @param actualPrompt empty when the reply shall not show one
 */
record Product(
    Path file,
    int frameRate,
    List<String> notes,
    String usageJson,
    String origPrompt,
    String actualPrompt,
    Bill bill) {}
