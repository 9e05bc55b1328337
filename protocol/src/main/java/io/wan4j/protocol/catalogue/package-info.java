/** The models as data: one {@link io.wan4j.protocol.catalogue.ModelCard} a model. */
package io.wan4j.protocol.catalogue;
