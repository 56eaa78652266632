package org.apricotdesk.bot.simulator;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of an answer in XML.
record XmlNode(String name, String text, List<XmlNode> children) {
  private static final XMLInputFactory FACTORY = factory();

  static Optional<XmlNode> parse(String xml) {
    try {
      var reader = FACTORY.createXMLStreamReader(new StringReader(xml));
      reader.nextTag();
      return Optional.of(read(reader));
    } catch (XMLStreamException _) {
      return Optional.empty();
    }
  }

  String of(String child) {
    return child(child).map(XmlNode::text).orElse("");
  }

  Optional<XmlNode> child(String child) {
    return children.stream().filter(c -> c.name().equals(child)).findFirst();
  }

  private static XmlNode read(XMLStreamReader reader) throws XMLStreamException {
    var name = reader.getLocalName();
    var text = new StringBuilder();
    var children = new ArrayList<XmlNode>();
    while (reader.next() != XMLStreamReader.END_ELEMENT) {
      if (reader.isStartElement()) {
        children.add(read(reader));
      } else if (reader.isCharacters()) {
        text.append(reader.getText());
      }
    }
    return new XmlNode(name, children.isEmpty() ? text.toString() : "", children);
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
