package io.github.slitstream.view.chain;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.pattern.PatternPart;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.PartPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What a pattern is made of, as a tree with a small picture of each part; the chosen one is that whose parameters the
 * card shows. It is gone while no pattern is made of others.
 */
final class PartTree extends VBox {
    private static final double INDENT = 14;
    private static final double WIDTH = PartPreview.SIZE.width() / 2.0;
    private static final double HEIGHT = PartPreview.SIZE.height() / 2.0;
    /** Path of what is no part. */
    private static final String WHOLE = "";

    private final Runnable onChoice;
    private final ToggleGroup group = new ToggleGroup();
    private List<Branch> branches = List.of();
    private String chosen = WHOLE;

    /** One part on its line. */
    private static final class Branch {
        private final PatternPart part;
        private PartPreview preview;
        private final WritableImage image = new WritableImage(PartPreview.SIZE.width(), PartPreview.SIZE.height());
        private final int[] colours = new int[PartPreview.SIZE.pixels()];

        Branch(PatternPart part) {
            this.part = part;
            this.preview = new PartPreview(part);
        }

        boolean isDrawn() {
            return preview.isDrawn();
        }

        /** In the place of a picture, an icon says that there is none. */
        Node picture() {
            if (isDrawn()) {
                ImageView view = new ImageView(image);
                view.setFitWidth(WIDTH);
                view.setFitHeight(HEIGHT);
                return view;
            }
            StackPane place = new StackPane(new FontIcon(Feather.FILM));
            place.setMinSize(WIDTH, HEIGHT);
            place.getStyleClass().add("part-video");
            return place;
        }

        void draw(long nanos) {
            double[] numbers = preview.at(nanos);
            for (int i = 0; i < numbers.length; i++) {
                colours[i] = TimeColours.of(numbers[i]);
            }
            image.getPixelWriter().setPixels(0, 0, PartPreview.SIZE.width(), PartPreview.SIZE.height(),
                    PixelFormat.getIntArgbInstance(), colours, 0, PartPreview.SIZE.width());
        }
    }

    /** @param onChoice called when another part was chosen */
    PartTree(Runnable onChoice) {
        this.onChoice = onChoice;
        getStyleClass().add("part-tree");
        setAccessibleText("What the pattern is made of");
    }

    /** Shows the parts of the pattern among some values. */
    void show(Values values) {
        List<PatternPart> parts = values.parameters().stream().flatMap(parameter -> whole(parameter, values))
                .filter(whole -> !whole.parts().isEmpty()).flatMap(PartTree::withParts).toList();
        if (parts.stream().noneMatch(part -> part.path().equals(chosen))) {
            chosen = WHOLE;
        }
        if (isMadeOf(parts)) {
            for (int i = 0; i < parts.size(); i++) {
                branches.get(i).preview = new PartPreview(parts.get(i));
            }
        } else {
            branches = parts.stream().map(Branch::new).toList();
            getChildren().setAll(branches.stream().map(this::line).toList());
        }
        setManaged(!branches.isEmpty());
        setVisible(!branches.isEmpty());
        tick();
    }

    private boolean isMadeOf(List<PatternPart> parts) {
        return paths(parts.stream()).equals(paths(branches.stream().map(branch -> branch.part)));
    }

    private static List<String> paths(Stream<PatternPart> parts) {
        return parts.map(part -> part.path() + "=" + part.pattern().id()).toList();
    }

    /** Whether a parameter is one of the chosen part. */
    boolean shows(Parameter<?> parameter) {
        int dot = parameter.id().lastIndexOf('.');
        return (dot < 0 ? WHOLE : parameter.id().substring(0, dot)).equals(chosen);
    }

    /** Draws all parts as they are now. */
    void tick() {
        long now = System.nanoTime();
        branches.forEach(branch -> branch.draw(now));
    }

    private static Stream<PatternPart> whole(Parameter<?> parameter, Values values) {
        return parameter instanceof Choice<?> && values.get(parameter) instanceof Pattern pattern
                ? Stream.of(new PatternPart(WHOLE, pattern.label(), pattern, pattern.centre(values),
                        pattern.parts(values),
                        size -> pattern.field(size, values)))
                : Stream.empty();
    }

    private static Stream<PatternPart> withParts(PatternPart part) {
        return Stream.concat(Stream.of(part), part.parts().stream().flatMap(PartTree::withParts));
    }

    private ToggleButton line(Branch branch) {
        String path = branch.part.path();
        String name = path.isEmpty() ? branch.part.name() : branch.part.name() + " · " + branch.part.pattern().label();
        ToggleButton line = new ToggleButton(name, branch.picture());
        line.setId(path.isEmpty() ? "part" : "part-" + path.replace('.', '-'));
        line.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "part");
        line.setToggleGroup(group);
        line.setSelected(path.equals(chosen));
        line.setAccessibleRole(AccessibleRole.TREE_ITEM);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxWidth(Double.MAX_VALUE);
        long depth = path.isEmpty() ? 0 : 1 + path.chars().filter(c -> c == '.').count();
        VBox.setMargin(line, new Insets(0, 0, 0, depth * INDENT));
        Hint.on(line, branch.isDrawn()
                ? "Show the settings of this part"
                : "Show the settings of this part; a video is drawn only in the whole map, above");
        line.setOnAction(pressed -> {
            line.setSelected(true);
            chosen = path;
            onChoice.run();
        });
        return line;
    }

}
