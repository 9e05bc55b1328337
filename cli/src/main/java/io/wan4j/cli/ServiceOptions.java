package io.wan4j.cli;

import io.wan4j.service.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a service of our own keeps its things. */
final class ServiceOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:WAN4J_DATA:-${sys:user.home}/.wan4j}",
      description = "Folder for the database, keys and films (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      defaultValue = "",
      description =
          "jdbc:postgresql://… to share the work among machines (default: SQLite in DIR).")
  private String databaseUrl;

  ServiceSettings settings() {
    Path folder = data.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.CANNOT_CREATE,
          "cannot use "
              + folder
              + " as data folder: "
              + e.getMessage()
              + "; give another by --data",
          e);
    }
    ServiceSettings settings = ServiceSettings.in(folder);
    return databaseUrl.isEmpty() ? settings : settings.withDatabaseUrl(databaseUrl);
  }
}
