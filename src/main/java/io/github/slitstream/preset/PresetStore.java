package io.github.slitstream.preset;

import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.EmbeddedPresets;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.net.URL;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The presets there are: a person's own, each a file in one folder, and the shipped ones. Any thread. */
public final class PresetStore {
    private static final String FALLBACK_ID = "preset";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*");
    /** In code points; four bytes each still make a file name that every system takes. */
    private static final int LONGEST_ID = 60;

    /** How the names of files end that {@link #load(String)} reads. */
    public static final List<String> FILE_ENDINGS = PresetFiles.ENDINGS;

    private final Path folder;
    private final PresetFiles files;

    /** A store that reads files of text alone. */
    public PresetStore(Path folder) {
        this(folder, EmbeddedPresets.NONE);
    }

    /**
     * @param folder of the own presets; made when the first one is saved
     * @param embedded reads those that pictures and videos carry
     */
    public PresetStore(Path folder, EmbeddedPresets embedded) {
        this.folder = folder;
        this.files = new PresetFiles(embedded);
    }

    /** @param embedded as in {@link #PresetStore(Path, EmbeddedPresets)} */
    public static PresetStore ofThisUser(EmbeddedPresets embedded) {
        return new PresetStore(ConfigFolder.ofThisUser().resolve("presets"), embedded);
    }

    /**
     * One preset to choose from.
     *
     * @param id names it on the command line; the file's name without its end
     * @param name for people; the id where the file cannot be read
     * @param about one sentence, or empty
     * @param tags what it is like, the first of them its group
     * @param own whether it is the person's own and can be deleted
     * @param error why it cannot be read, in one line
     */
    public record Entry(String id, String name, String about, List<String> tags, boolean own,
            Optional<String> error) {}

    /**
     * A new, empty file beside the own presets for something that they name, such as a map.
     *
     * @param stem of its name, behind which a number follows
     * @param ending of its name, with the dot
     * @throws IOException if it cannot be made
     */
    public Path newCompanion(String stem, String ending) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1;; number++) {
            Path file = folder.resolve(stem + "-" + number + ending);
            if (!Files.exists(file)) {
                return Files.createFile(file);
            }
        }
    }

    /** The preset that a first-time user sees. */
    public static Preset defaultPreset() {
        return ShippedPresets.load(ShippedPresets.DEFAULT);
    }

    /**
     * The own presets by name, then the shipped ones but those that an own one of the same id stands in for. A broken
     * own preset is listed with its error.
     *
     * @throws IOException if the folder is there but cannot be read
     */
    public List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String id : ownIds()) {
            entries.add(ownEntry(id));
        }
        for (String id : ShippedPresets.IDS) {
            if (entries.stream().noneMatch(own -> own.id().equals(id))) {
                Preset preset = ShippedPresets.load(id);
                entries.add(new Entry(id, preset.name(), preset.about(), preset.tags(), false, Optional.empty()));
            }
        }
        return entries;
    }

    /** A picture of what it looks like, if it is a shipped one. */
    public Optional<URL> still(Entry entry) {
        return entry.own() ? Optional.empty() : ShippedPresets.still(entry.id());
    }

    /**
     * A preset by the id or the name of an own or shipped one, or from a file.
     *
     * @param nameOrFile a file if it has a folder or one of {@link #FILE_ENDINGS}, or where no preset has that name; a
     *     picture or video that was made with a preset stands for it
     * @throws BadValue if nothing is called that
     * @throws BadPreset if the file does not hold a preset
     * @throws IOException if it cannot be read; the message says which file and why
     */
    public Preset load(String nameOrFile) throws IOException {
        if (isPath(nameOrFile)) {
            return files.read(Path.of(nameOrFile), nameOrFile);
        }
        Optional<Entry> own = ownCalled(nameOrFile);
        if (own.isPresent()) {
            return load(own.get());
        }
        String id = idOf(nameOrFile);
        if (ShippedPresets.IDS.contains(id) && isCalled(id, ShippedPresets.load(id).name(), nameOrFile)) {
            return ShippedPresets.load(id);
        }
        if (PresetFiles.isThere(nameOrFile)) {
            return files.read(Path.of(nameOrFile), nameOrFile);
        }
        throw BadValue.unknown("preset", nameOrFile, list().stream().map(Entry::id).toList());
    }

    /** The own preset of an id, or else, unless that is the id of a shipped one, of a name. */
    private Optional<Entry> ownCalled(String idOrName) throws IOException {
        List<String> ids = ownIds();
        if (ids.contains(idOrName) || ShippedPresets.IDS.contains(idOrName)) {
            return ids.stream().filter(idOrName::equals).map(this::ownEntry).findFirst();
        }
        return ids.stream().map(this::ownEntry).filter(own -> own.name().equalsIgnoreCase(idOrName)).findFirst();
    }

    private static boolean isCalled(String id, String name, String idOrName) {
        return id.equals(idOrName) || name.equalsIgnoreCase(idOrName);
    }

    /**
     * The preset that a picture or a video carries.
     *
     * @return empty if the file is none, or carries none
     * @throws IOException if it cannot be read, or what it carries is damaged; the message says in one line which file
     *     and why
     */
    public Optional<Preset> carriedBy(Path file) throws IOException {
        return files.carried(file);
    }

    /** @throws IOException as {@link #load(String)} */
    public Preset load(Entry entry) throws IOException {
        if (!entry.own()) {
            return ShippedPresets.load(entry.id());
        }
        Path file = file(entry.id());
        return files.read(file, file.toString());
    }

    /**
     * Keeps a preset as an own one under its name, whole or not at all.
     *
     * @throws FileAlreadyExistsException if there is one of that name, own or shipped; {@link #replace} is for those
     *     who mean it
     * @throws IOException if it cannot be written; the message says where and why
     */
    public Entry save(Preset preset) throws IOException {
        Optional<Entry> own = own(preset.name());
        if (own.isPresent()) {
            throw new FileAlreadyExistsException(file(own.get().id()).toString(), null,
                    "there is a preset of that name: replace it or choose another");
        }
        if (list().stream().anyMatch(shipped -> isSameName(shipped.name(), preset.name()))) {
            throw new FileAlreadyExistsException(preset.name(), null,
                    "there is a shipped preset of that name: stand in for it or choose another");
        }
        return replace(preset);
    }

    /**
     * As {@link #save}, in the place of the own one of that name if there is one.
     *
     * @throws IOException if it cannot be written; what was there stays as it was
     */
    public Entry replace(Preset preset) throws IOException {
        Optional<Entry> present = own(preset.name());
        String id = present.isPresent() ? present.get().id() : freeId(preset.name());
        write(PresetYaml.write(preset), file(id));
        return new Entry(id, preset.name(), preset.about(), preset.tags(), true, Optional.empty());
    }

    /** The own preset of this name, whatever its capitals. One that cannot be read may have had it. */
    private Optional<Entry> own(String name) throws IOException {
        return list().stream().filter(Entry::own)
                .filter(own -> own.error().isPresent() ? own.id().equals(idOf(name)) : isSameName(own.name(), name))
                .findFirst();
    }

    /** Names that differ only in what a file's name cannot keep get numbers. */
    private String freeId(String name) throws IOException {
        Set<String> taken = list().stream().filter(entry -> entry.own() || !isSameName(entry.name(), name))
                .map(Entry::id).collect(Collectors.toSet());
        return Slot.freeId(idOf(name), taken);
    }

    private static boolean isSameName(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }

    /** @throws IOException if it cannot be deleted */
    public void delete(Entry own) throws IOException {
        if (!own.own()) {
            throw new IllegalArgumentException("shipped presets stay: " + own.id());
        }
        Files.deleteIfExists(file(own.id()));
    }

    /**
     * The id that a preset of this name is kept under if no other has it: letters, their marks and digits in lower
     * case, a dash for everything else.
     */
    static String idOf(String name) {
        String dashed = WORD.matcher(normal(name)).results().map(MatchResult::group).collect(Collectors.joining("-"));
        String id = dashed.codePoints().limit(LONGEST_ID)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return id.isEmpty() || isWindowsDevice(id) ? (FALLBACK_ID + "-" + id).replaceAll("-$", "") : id;
    }

    /** Windows takes these for hardware in every folder. */
    private static boolean isWindowsDevice(String id) {
        return id.matches("con|prn|aux|nul|com\\d|lpt\\d");
    }

    private List<String> ownIds() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> present = Files.list(folder)) {
            return present.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(PresetYaml.EXTENSION) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - PresetYaml.EXTENSION.length())).sorted().toList();
        }
    }

    private Entry ownEntry(String id) {
        Path file = file(id);
        try {
            Preset preset = files.read(file, file.getFileName().toString());
            return new Entry(id, preset.name(), preset.about(), preset.tags(), true, Optional.empty());
        } catch (IOException e) {
            return new Entry(id, id, "", List.of(), true, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private Path file(String id) {
        return folder.resolve(id + PresetYaml.EXTENSION);
    }

    /** Whether that is a file and not the id or name of a preset, as {@link #load(String)} takes it. */
    public static boolean isPath(String nameOrFile) {
        return PresetFiles.isPath(nameOrFile);
    }

    private void write(String text, Path file) throws IOException {
        try {
            Files.createDirectories(folder);
            PartialFile.write(file, text);
        } catch (FileSystemException e) {
            String reason = e instanceof AccessDeniedException ? "permission denied" : e.getReason();
            throw new IOException("cannot keep the preset as " + file + ": " + reason, e);
        }
    }
}
