package io.github.slitstream.view.chain;

import io.github.slitstream.engine.ring.MemoryLimit;
import io.github.slitstream.engine.ring.RingMemory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.view.control.FileDialogs;
import io.github.slitstream.view.control.GestureTuning;
import io.github.slitstream.view.control.NumberRow;
import io.github.slitstream.view.control.ParameterRow;
import io.github.slitstream.view.control.ParameterRows;
import io.github.slitstream.view.control.Tuning;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.StatusText;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The ring: how many frames are kept, and what that costs, said before it is taken. */
final class RingCard extends VBox {
    private static final PseudoClass PLAN = PseudoClass.getPseudoClass("plan");

    private final PresetModel model;
    private final List<ParameterRow<?>> rows = new ArrayList<>();
    private final Label cost = new Label();
    private @Nullable FrameSize source;
    private int views = 1;
    private double framesPerSecond;
    private Preset considered;

    RingCard(PresetModel model, FileDialogs files) {
        this.model = model;
        this.considered = model.preset();
        Tuning tuning = new RingTuning();
        for (Parameter<?> parameter : RingSettings.ALL) {
            ParameterRow<?> row = ParameterRows.of(parameter, tuning, files, true);
            if (row instanceof NumberRow<?> number) {
                considerWhileDragged(number);
            }
            rows.add(row);
        }
        Label title = new Label("Ring");
        title.getStyleClass().add("card-title");
        cost.getStyleClass().add("ring-cost");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox header = new HBox(title, between, cost);
        header.getStyleClass().add("card-header");
        VBox body = new VBox();
        body.getChildren().addAll(rows);
        body.getStyleClass().add("card-body");
        getStyleClass().addAll("card", "ring-card");
        getChildren().addAll(header, body);
        model.listen(this::show);
    }

    /** Takes note of what comes in; {@code source} is null and the rate 0 as long as they are unknown. */
    void know(@Nullable FrameSize newSource, int newViews, double newFramesPerSecond) {
        source = newSource;
        views = newViews;
        framesPerSecond = newFramesPerSecond;
        tellCost();
    }

    private void show(Preset preset) {
        boolean hasWayUp = preset.ring().get(RingSettings.DOWNSAMPLE) > 1;
        for (ParameterRow<?> row : rows) {
            ParameterRows.show(row, preset.ring());
            row.setDisable(row.parameter().equals(RingSettings.UPSAMPLE) && !hasWayUp);
        }
        consider(preset);
    }

    private <T extends Number> void considerWhileDragged(NumberRow<T> row) {
        row.onPreview(value -> consider(model.preset().withRing(row.parameter(), value)));
    }

    private void consider(Preset preset) {
        considered = preset;
        tellCost();
    }

    private void tellCost() {
        StringBuilder text = new StringBuilder();
        if (framesPerSecond > 0) {
            text.append(StatusText.seconds(considered.ring().get(RingSettings.LENGTH) / framesPerSecond));
        }
        if (source != null) {
            text.append(text.isEmpty() ? "" : " · ")
                    .append(MemoryLimit.inWords(RingMemory.bytesFor(source, views, considered)));
        }
        boolean isPlan = !considered.ring().equals(model.preset().ring());
        cost.setText(isPlan ? "will take " + text : text.toString());
        cost.pseudoClassStateChanged(PLAN, isPlan);
    }

    private final class RingTuning extends GestureTuning {
        RingTuning() {
            super(model);
        }

        @Override
        public <T> void set(Parameter<T> parameter, T value) {
            model.setRing(parameter, value);
        }
    }
}
