package io.github.slitstream.cli;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.frame.SourceOpener.Camera;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.preset.PresetStore;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The commands that tell what there is. */
final class Listings {
    private Listings() {}

    @Command(name = "effects", mixinStandardHelpOptions = true, description = "Lists the effects and their parameters.")
    @SuppressWarnings("NullAway") // picocli sets the fields
    static final class Effects implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(names = "--markdown", description = "As a page of documentation.")
        private boolean markdown;

        @Override
        public Integer call() {
            if (markdown) {
                spec.commandLine().getOut().print(EffectsPage.markdown());
                spec.commandLine().getOut().flush();
                return 0;
            }
            for (EffectType type : io.github.slitstream.effect.Effects.ALL) {
                spec.commandLine().getOut().printf("%-18s %s%n", type.id(), type.doc());
                type.declared().forEach(this::tell);
            }
            return 0;
        }

        private void tell(Parameter<?> parameter) {
            spec.commandLine().getOut().printf("  %-16s %s%n", parameter.id(), parameter.allowed());
            if (parameter instanceof Choice<?> choice) {
                choice.options().forEach(option -> tell(choice, option));
            }
        }

        private void tell(Choice<?> choice, Named option) {
            for (Parameter<?> own : option.parameters()) {
                spec.commandLine().getOut().printf("    %s=%s: %s %s%n", choice.id(), option.id(), own.id(),
                        own.allowed());
            }
        }
    }

    @Command(name = "patterns", mixinStandardHelpOptions = true,
            description = "Lists the patterns of the time displacement.")
    @SuppressWarnings("NullAway") // picocli sets the fields
    static final class Patterns implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            for (Pattern pattern : io.github.slitstream.pattern.Patterns.ALL) {
                spec.commandLine().getOut().printf("%-13s %s%n", pattern.id(), pattern.doc());
                for (Parameter<?> own : pattern.parameters()) {
                    spec.commandLine().getOut().printf("  %-16s %-34s %s%n", own.id(), own.allowed(), own.doc());
                }
            }
            return 0;
        }
    }

    @Command(name = "presets", mixinStandardHelpOptions = true,
            description = "Lists the presets, shipped and your own.")
    @SuppressWarnings("NullAway") // picocli sets the fields
    static final class Presets implements Callable<Integer> {
        private final CommandEnvironment environment;

        @Spec
        private CommandSpec spec;

        Presets(CommandEnvironment environment) {
            this.environment = environment;
        }

        @Option(names = "--tag", paramLabel = "TAG", description = "Only those that are like this.")
        private @Nullable String tag;

        @Override
        public Integer call() throws IOException {
            List<PresetStore.Entry> entries = environment.presets().list();
            List<String> tags = entries.stream().flatMap(entry -> entry.tags().stream()).distinct().toList();
            String wanted = tag == null ? null : tag.strip().toLowerCase(Locale.ROOT);
            if (wanted != null && !tags.contains(wanted)) {
                throw BadValue.unknown("tag", wanted, tags);
            }
            for (PresetStore.Entry entry : entries) {
                if (wanted == null || entry.tags().contains(wanted)) {
                    spec.commandLine().getOut().printf("%-16s %-18s %s%n", entry.id(), String.join(", ", entry.tags()),
                            entry.error().orElse(entry.about()));
                }
            }
            return 0;
        }
    }

    @Command(name = "cameras", mixinStandardHelpOptions = true, description = "Lists the cameras.")
    @SuppressWarnings("NullAway") // picocli sets the fields
    static final class Cameras implements Callable<Integer> {
        private final CommandEnvironment environment;

        @Spec
        private CommandSpec spec;

        Cameras(CommandEnvironment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            List<Camera> cameras = environment.sources().cameras();
            if (cameras.isEmpty()) {
                spec.commandLine().getOut().println("no camera was found; demo: plays without one");
            }
            cameras.forEach(
                    camera -> spec.commandLine().getOut().printf("%-10s %s%n", camera.address(), camera.name()));
            return 0;
        }
    }
}
