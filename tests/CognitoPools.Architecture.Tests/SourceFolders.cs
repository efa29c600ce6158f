using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CognitoPools.Architecture.Tests;

/// <summary>
/// The folder of each type of a project, by the source file that its debugging symbols name: the public types share one
/// namespace, whatever their folder.
/// </summary>
internal sealed class SourceFolders
{
    private const string ProjectFolder = ".";

    /// <summary>The portable PDB's documents of a type that has no code: an enum, an interface.</summary>
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly Dictionary<string, string> folders = new(StringComparer.Ordinal);

    /// <param name="assemblyPath">The compiled project.</param>
    /// <param name="sourceFolder">Where its files are, from the repository on: src/CognitoPools.Core.</param>
    /// <param name="rootNamespace">The namespace of its outermost folder, for types that a generator writes.</param>
    public SourceFolders(string assemblyPath, string sourceFolder, string rootNamespace)
    {
        using var assembly = new PEReader(File.OpenRead(assemblyPath));
        if (!assembly.TryOpenAssociatedPortablePdb(assemblyPath, File.OpenRead, out var provider, out _))
        {
            throw new InvalidOperationException(
                $"{assemblyPath} has no portable debugging symbols, so the folders of its types are not known.");
        }

        using (provider)
        {
            var (types, symbols) = (assembly.GetMetadataReader(), provider!.GetMetadataReader());
            foreach (var handle in types.TypeDefinitions)
            {
                var type = types.GetTypeDefinition(handle);
                if (type.IsNested)
                    continue;
                var space = types.GetString(type.Namespace);
                var written = Documents(types, symbols, handle).Select(path => Below(path, sourceFolder))
                    .OfType<string>()
                    .Order(StringComparer.Ordinal)
                    .FirstOrDefault();
                if ((written ?? FolderOf(space, rootNamespace)) is { } folder)
                    folders[space.Length == 0 ? types.GetString(type.Name) : $"{space}.{types.GetString(type.Name)}"] = folder;
            }
        }
    }

    /// <summary>The folder of a type, or of the type that it is nested in; null for one that a generator adds from
    /// outside, such as a polyfill.</summary>
    public string? Of(string fullName) => folders.GetValueOrDefault(fullName.Split('+')[0]);

    private static IEnumerable<string> Documents(MetadataReader types, MetadataReader symbols, TypeDefinitionHandle handle)
    {
        foreach (var information in symbols.GetCustomDebugInformation(handle).Select(symbols.GetCustomDebugInformation))
        {
            if (symbols.GetGuid(information.Kind) != TypeDefinitionDocuments)
                continue;
            var documents = symbols.GetBlobReader(information.Value);
            while (documents.RemainingBytes > 0)
            {
                yield return PathOf(
                    symbols,
                    System.Reflection.Metadata.Ecma335.MetadataTokens.DocumentHandle(documents.ReadCompressedInteger()));
            }
        }

        var type = types.GetTypeDefinition(handle);
        foreach (var document in type.GetMethods().SelectMany(method => Documents(symbols.GetMethodDebugInformation(method))))
            yield return PathOf(symbols, document);
        foreach (var path in type.GetNestedTypes().SelectMany(nested => Documents(types, symbols, nested)))
            yield return path;
    }

    private static IEnumerable<DocumentHandle> Documents(MethodDebugInformation method) => method.Document.IsNil
        ? method.GetSequencePoints().Select(point => point.Document)
        : [method.Document];

    private static string PathOf(MetadataReader symbols, DocumentHandle document) =>
        symbols.GetString(symbols.GetDocument(document).Name).Replace('\\', '/');

    /// <summary>The folder of a hand-written file; null for a generated one.</summary>
    private static string? Below(string path, string sourceFolder)
    {
        var start = path.LastIndexOf($"/{sourceFolder}/", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var file = path[(start + sourceFolder.Length + 2)..];
        if (file.StartsWith("obj/", StringComparison.Ordinal) || file.EndsWith(".g.cs", StringComparison.Ordinal))
            return null;
        var end = file.LastIndexOf('/');
        return end < 0 ? ProjectFolder : file[..end];
    }

    private static string? FolderOf(string space, string rootNamespace)
    {
        if (space == rootNamespace)
            return ProjectFolder;
        return space.StartsWith(rootNamespace + ".", StringComparison.Ordinal)
            ? space[(rootNamespace.Length + 1)..].Replace('.', '/')
            : null;
    }
}
