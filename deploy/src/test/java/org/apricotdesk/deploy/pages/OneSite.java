package org.apricotdesk.deploy.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands the same [Site] to all test classes and closes it after the last: it is slow to start.
final class OneSite implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(OneSite.class))
        .getOrComputeIfAbsent(Site.class, _ -> new Site(folder()), Site.class);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("apricot-pages");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
