using System.Text;
using System.Xml.Linq;

namespace ModuleBuilder;

/// <summary>The built module as a NuGet package, as Publish-PSResource makes it, so that PSResourceGet and a gallery
/// accept it.</summary>
internal static class ModulePackage
{
    private const string Id = "CognitoPools";

    private static readonly XNamespace Nuspec = "http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd";
    private static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    /// <summary>Writes the package and returns its path.</summary>
    public static string Write(string module, string target)
    {
        var manifest = ModuleManifest.Read(Path.Combine(module, Id + ".psd1"));
        var properties = $"package/services/metadata/core-properties/{Id}.psmdcp";
        var zip = new SteadyZip();
        zip.AddFolder(module, "");
        zip.Add($"{Id}.nuspec", Bytes(Metadata(manifest)));
        zip.Add(properties, Bytes(CoreProperties(manifest)));
        zip.Add("_rels/.rels", Bytes(new XElement(Relationships + "Relationships",
            Relationship("R1", "http://schemas.microsoft.com/packaging/2010/07/manifest", $"/{Id}.nuspec"),
            Relationship(
                "R2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                $"/{properties}"))));
        zip.Add("[Content_Types].xml", Bytes(Types(zip.Names)));
        var path = Path.Combine(target, $"{Id}.{manifest.Version}.nupkg");
        zip.Write(path);
        return path;
    }

    /// <summary>The tags by which a gallery finds the module: its kind, editions, systems and cmdlets.</summary>
    private static string Tags(ModuleManifest manifest) => string.Join(' ',
        [
            "PSModule",
            "PSIncludes_Cmdlet",
            .. manifest.Tags,
            .. manifest.Cmdlets.SelectMany(cmdlet => new[] { "PSCmdlet_" + cmdlet, "PSCommand_" + cmdlet }),
        ]);

    private static XElement Metadata(ModuleManifest manifest) => new(Nuspec + "package", new XElement(Nuspec + "metadata",
        new XElement(Nuspec + "id", Id),
        new XElement(Nuspec + "version", manifest.Version),
        new XElement(Nuspec + "authors", manifest.Author),
        new XElement(Nuspec + "owners", manifest.Company),
        new XElement(Nuspec + "requireLicenseAcceptance", "false"),
        new XElement(Nuspec + "licenseUrl", manifest.LicenseUri),
        manifest.ProjectUri is { } project ? new XElement(Nuspec + "projectUrl", project) : null,
        manifest.IconUri is { } icon ? new XElement(Nuspec + "iconUrl", icon) : null,
        new XElement(Nuspec + "description", manifest.Description),
        new XElement(Nuspec + "releaseNotes", manifest.ReleaseNotes),
        new XElement(Nuspec + "copyright", manifest.Copyright),
        new XElement(Nuspec + "tags", Tags(manifest))));

    private static XElement CoreProperties(
        ModuleManifest manifest) => new(Core + "coreProperties", new XAttribute(XNamespace.Xmlns + "dc", Dublin),
        new XElement(Dublin + "creator", manifest.Author),
        new XElement(Dublin + "description", manifest.Description),
        new XElement(Dublin + "identifier", Id),
        new XElement(Core + "version", manifest.Version),
        new XElement(Core + "keywords", Tags(manifest)));

    private static XElement Relationship(string id, string type, string target) =>
        new(
            Relationships + "Relationship", new XAttribute("Type", type),
            new XAttribute("Target", target), new XAttribute("Id", id));

    private static XElement Types(IEnumerable<string> names)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["rels"] = "application/vnd.openxmlformats-package.relationships+xml",
            ["psmdcp"] = "application/vnd.openxmlformats-package.core-properties+xml",
        };
        return new(
            ContentTypes + "Types",
            names.Select(name => Path.GetExtension(name).TrimStart('.'))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                    .Select(extension => new XElement(
                        ContentTypes + "Default", new XAttribute("Extension", extension),
                        new XAttribute("ContentType", known.GetValueOrDefault(extension, "application/octet")))));
    }

    private static byte[] Bytes(XElement root) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.ToString().ReplaceLineEndings("\n") + "\n");
}
