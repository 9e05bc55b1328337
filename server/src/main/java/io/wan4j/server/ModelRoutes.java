package io.wan4j.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.ModelCard;
import java.util.List;

/** Which models there are: names for clients of the cloud, cards for ours. */
final class ModelRoutes {
  private final Catalogue catalogue;
  private final Access access;

  ModelRoutes(Catalogue catalogue, Access access) {
    this.catalogue = catalogue;
    this.access = access;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/models", this::names), Route.get("/wan4j/v1/models", this::cards));
  }

  /** All names, aliases too; the cloud's shape is not documented. */
  private void names(Context context) {
    access.caller(context);
    ObjectNode body = Reply.object(context);
    ObjectNode output = body.putObject("output");
    ArrayNode models = output.putArray("models");
    for (ModelCard card : catalogue.all()) {
      for (String name : card.names()) {
        models.addObject().put("model", name);
      }
    }
    output.put("total", models.size());
    Reply.send(context, 200, body);
  }

  private void cards(Context context) {
    access.caller(context);
    ObjectNode body = Reply.object(context);
    ArrayNode models = body.putArray("models");
    catalogue.all().forEach(card -> models.add(Catalogue.toJson(card)));
    Reply.send(context, 200, body);
  }
}
