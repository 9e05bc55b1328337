package io.wan4j.service.work;

import io.wan4j.protocol.Bill;
import java.nio.file.Path;

/**
 * A film that is whole but not yet stored, and what its reply shall say.
 *
 * @param usageJson the {@code usage} object
 * @param frameRate of the file, frames a second
 * @param actualPrompt empty when the reply shall not show one
 */
record Product(
    Path file,
    int frameRate,
    String usageJson,
    String origPrompt,
    String actualPrompt,
    Bill bill) {}
