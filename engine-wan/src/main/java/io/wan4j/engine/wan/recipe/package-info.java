/** What the cards of the published checkpoints recommend, as data. */
package io.wan4j.engine.wan.recipe;
