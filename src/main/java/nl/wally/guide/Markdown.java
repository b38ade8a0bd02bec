package nl.wally.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with tables, and what the IG Publisher adds: {@code {% include name %}}. Headings get ids and start at the
 * second level, for the title of the page is the first. Made for texts of this project: HTML in them is kept.
 */
final class Markdown {
    private static final Pattern INCLUDE = Pattern.compile("\\{%\\s*include\\s+([\\w.-]+)\\s*%}");
    private static final Pattern KRAMDOWN = Pattern.compile("(?m)^\\{:.*}\\s*$");
    private static final Pattern CODE_BLOCK =
            Pattern.compile("<pre><code(?: class=\"language-(\\w+)\")?>(.*?)</code></pre>", Pattern.DOTALL);
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();

    /** Where the text of an included fragment comes from. */
    interface Includes {
        String html(String name);
    }

    String render(String text, Includes includes) {
        List<String> included = new ArrayList<>();
        Matcher include = INCLUDE.matcher(KRAMDOWN.matcher(text).replaceAll(""));
        String marked = include.replaceAll(found -> {
            included.add(found.group(1));
            return "\n\n<!--include " + (included.size() - 1) + "-->\n\n";
        });
        Node document = parser.parse(marked);
        Map<Node, String> ids = number(document);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading) {
                        attributes.put("id", ids.getOrDefault(node, ""));
                    }
                })
                .build();
        String html = blocks(renderer.render(document));
        for (int i = 0; i < included.size(); i++) {
            html = html.replace("<!--include " + i + "-->", includes.html(included.get(i)));
        }
        return html;
    }

    /** Gives each heading an id and moves all of them so that the highest is of the second level. */
    private static Map<Node, String> number(Node document) {
        List<Heading> headings = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }
        });
        int highest = headings.stream().mapToInt(Heading::getLevel).min().orElse(2);
        Map<Node, String> ids = new HashMap<>();
        Map<String, Integer> used = new HashMap<>();
        for (Heading heading : headings) {
            heading.setLevel(Math.min(6, heading.getLevel() - highest + 2));
            String title = plain(heading);
            String id = id(title);
            int times = used.merge(id, 1, Integer::sum);
            String unique = times == 1 ? id : id + "-" + (times - 1);
            ids.put(heading, unique);
        }
        return ids;
    }

    private static String plain(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }

    /** As kramdown makes it, so that links to it hold in both places. */
    static String id(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceFirst("^[^\\p{L}]+", "")
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** Tables and code scroll by themselves, code in colours where its language is known. */
    private static String blocks(String html) {
        String coloured = CODE_BLOCK.matcher(html).replaceAll(block -> {
            String language = block.group(1) == null ? "" : block.group(1);
            return Matcher.quoteReplacement(
                    "<pre tabindex=\"0\"><code>" + Highlight.of(language, block.group(2)) + "</code></pre>");
        });
        return coloured.replace("<table>", HtmlTable.open("Table") + "<table>").replace("</table>", "</table></div>");
    }
}
