package org.apricotdesk.deploy.demo;

/// Where the demonstration listens.
///
/// @param port of the product; 0 takes any free one
/// @param simulatorPort of WeCom's stand-in; 0 takes any free one
public record DemoAddress(String host, int port, int simulatorPort) {
  public static final DemoAddress USUAL = new DemoAddress("127.0.0.1", 8080, 8090);
}
