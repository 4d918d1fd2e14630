import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.ArrayFS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/**
 * Reads every .xmi below a folder with Apache UIMA and says what it found, a line a mark: file, tag, begin, end, the
 * words there as JSON, and its parts. Arguments: the folder, which holds datasets with a TypeSystem.xml each.
 */
public final class UimaCheck {
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    List<Path> datasets;
    try (var walk = Files.walk(folder)) {
      datasets = walk.filter(path -> path.endsWith("TypeSystem.xml")).map(Path::getParent).sorted().collect(Collectors.toList());
    }
    for (Path dataset : datasets) readDataset(folder, dataset);
  }

  private static void readDataset(Path folder, Path dataset) throws Exception {
    TypeSystemDescription types = UIMAFramework.getXMLParser()
        .parseTypeSystemDescription(new XMLInputSource(dataset.resolve("TypeSystem.xml").toFile()));
    types.resolveImports();
    List<Path> files;
    try (var walk = Files.walk(dataset)) {
      files = walk.filter(path -> path.toString().endsWith(".xmi")).sorted().collect(Collectors.toList());
    }
    for (Path file : files) {
      CAS cas = CasCreationUtils.createCas(types, null, null);
      try (InputStream in = new FileInputStream(file.toFile())) {
        XmiCasDeserializer.deserialize(in, cas);
      }
      System.out.println(folder.relativize(file) + "\ttext\t" + json(cas.getDocumentText()));
      for (AnnotationFS mark : cas.getAnnotationIndex(cas.getTypeSystem().getType("webanno.custom.LesartSpan")))
        System.out.println(folder.relativize(file) + "\t" + line(mark, cas));
    }
  }

  private static String line(AnnotationFS mark, CAS cas) {
    Type type = mark.getType();
    String note = mark.getStringValue(type.getFeatureByBaseName("note"));
    StringBuilder parts = new StringBuilder();
    FeatureStructure slot = mark.getFeatureValue(type.getFeatureByBaseName("parts"));
    for (FeatureStructure link : slot == null ? new FeatureStructure[0] : ((ArrayFS) slot).toArray()) {
      Feature target = link.getType().getFeatureByBaseName("target");
      AnnotationFS part = (AnnotationFS) link.getFeatureValue(target);
      String role = link.getStringValue(link.getType().getFeatureByBaseName("role"));
      parts.append(' ').append(role).append(':').append(part.getBegin()).append('-').append(part.getEnd());
    }
    return String.join("\t",
        mark.getStringValue(type.getFeatureByBaseName("identifier")),
        mark.getStringValue(type.getFeatureByBaseName("tag")),
        mark.getBegin() + "-" + mark.getEnd(), json(mark.getCoveredText()), note == null ? "" : json(note), parts.toString().trim());
  }

  /** In ASCII, so that no console changes it. */
  private static String json(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char unit : text.toCharArray())
      if (unit < 0x20 || unit > 0x7e || unit == '"' || unit == '\\') out.append(String.format("\\u%04x", (int) unit));
      else out.append(unit);
    return out.append('"').toString();
  }
}
