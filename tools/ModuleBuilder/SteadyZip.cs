using System.IO.Compression;

namespace ModuleBuilder;

/// <summary>A zip that depends on its content alone: the same files make the same bytes, whenever and in whatever order
/// they were written.</summary>
internal sealed class SteadyZip
{
    // The earliest time that a zip can hold.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // rw-r--r-- of a regular file, so that the zip is the same on every system.
    private const int Permissions = (0x8000 | 0x1A4) << 16;

    private readonly SortedDictionary<string, byte[]> entries = new(StringComparer.Ordinal);

    /// <summary>Adds an entry; a folder's name in it ends with a slash.</summary>
    public void Add(string name, byte[] content) => entries.Add(name, content);

    /// <summary>Adds all files of a folder under a prefix.</summary>
    public void AddFolder(string folder, string prefix)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Add(prefix + Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file));
    }

    public IEnumerable<string> Names => entries.Keys;

    public void Write(string path)
    {
        using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = NoTime;
            entry.ExternalAttributes = Permissions;
            using var stream = entry.Open();
            stream.Write(content);
        }
    }
}
