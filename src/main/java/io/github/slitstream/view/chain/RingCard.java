package io.github.slitstream.view.chain;

import io.github.slitstream.engine.MemoryLimit;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.view.control.NumberRow;
import io.github.slitstream.view.control.NumberScale;
import io.github.slitstream.view.control.ParameterRow;
import io.github.slitstream.view.control.ParameterRows;
import io.github.slitstream.view.control.Tuning;
import io.github.slitstream.view.model.LookModel;
import io.github.slitstream.view.model.StatusText;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is kept of the past: always in reach, and what it costs, said before it is taken. */
final class RingCard extends VBox {
    private static final PseudoClass PLAN = PseudoClass.getPseudoClass("plan");

    private final LookModel look;
    private final NumberRow<Integer> length;
    private final NumberRow<Integer> downsample;
    private final ParameterRow<RingSettings.Upsampling> upsample;
    private final ParameterRow<RingSettings.History> history;
    private final Label cost = new Label();
    private @Nullable FrameSize source;
    private int views = 1;
    private double framesPerSecond;
    private Preset considered;

    RingCard(LookModel look) {
        this.look = look;
        this.considered = look.preset();
        Tuning tuning = new RingTuning();
        length = new NumberRow<>(new NumberScale<>(RingSettings.LENGTH), tuning, true);
        downsample = new NumberRow<>(new NumberScale<>(RingSettings.DOWNSAMPLE), tuning, true);
        upsample = ParameterRows.choice(RingSettings.UPSAMPLE, tuning);
        history = ParameterRows.choice(RingSettings.HISTORY, tuning);
        length.onPreview(value -> consider(look.preset().withRing(RingSettings.LENGTH, value)));
        downsample.onPreview(value -> consider(look.preset().withRing(RingSettings.DOWNSAMPLE, value)));
        Label title = new Label("Past");
        title.getStyleClass().add("card-title");
        cost.getStyleClass().add("ring-cost");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox header = new HBox(title, between, cost);
        header.getStyleClass().add("card-header");
        VBox body = new VBox(length, downsample, upsample, history);
        body.getStyleClass().add("card-body");
        getStyleClass().addAll("card", "ring-card");
        getChildren().addAll(header, body);
        look.listen(this::show);
    }

    /** Takes note of what comes in; {@code source} is null and the rate 0 as long as they are unknown. */
    void know(@Nullable FrameSize newSource, int newViews, double newFramesPerSecond) {
        source = newSource;
        views = newViews;
        framesPerSecond = newFramesPerSecond;
        tellCost();
    }

    private void show(Preset preset) {
        length.show(preset.ring().get(RingSettings.LENGTH));
        downsample.show(preset.ring().get(RingSettings.DOWNSAMPLE));
        upsample.show(preset.ring().get(RingSettings.UPSAMPLE));
        history.show(preset.ring().get(RingSettings.HISTORY));
        boolean hasWayUp = preset.ring().get(RingSettings.DOWNSAMPLE) > 1;
        upsample.setDisable(!hasWayUp);
        consider(preset);
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
                    .append(MemoryLimit.inWords(MemoryLimit.bytesFor(source, views, considered)));
        }
        boolean isPlan = !considered.ring().equals(look.preset().ring());
        cost.setText(isPlan ? "will take " + text : text.toString());
        cost.pseudoClassStateChanged(PLAN, isPlan);
    }

    private final class RingTuning implements Tuning {
        @Override
        public <T> void set(Parameter<T> parameter, T value) {
            look.setRing(parameter, value);
        }

        @Override
        public void begin() {
            look.beginGesture();
        }

        @Override
        public void end() {
            look.endGesture();
        }
    }
}
