namespace ModuleBuilder;

/// <summary>The addresses of the project's public pages, all of which follow from the address of its repository.</summary>
/// <remarks>Without an address there are none: no page of the web is named that does not exist.</remarks>
internal sealed class ProjectPages
{
    private readonly string? root;

    /// <summary>Creates the addresses from the MSBuild property ProjectUrl.</summary>
    /// <param name="projectUrl">The address of the repository on GitHub, or an empty text.</param>
    /// <exception cref="ArgumentException">The text is not an https address.</exception>
    public ProjectPages(string projectUrl)
    {
        if (projectUrl.Length == 0)
            return;
        if (!Uri.TryCreate(projectUrl, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException($"ProjectUrl must be an https address, such as https://github.com/owner/name; got '{projectUrl}'.");
        root = projectUrl.TrimEnd('/');
    }

    /// <summary>The repository, or null.</summary>
    public string? Project => root;

    /// <summary>The module's icon in a gallery, or null.</summary>
    public string? Icon => At("raw/main/docs/images/icon.png");

    /// <summary>The runs of the build, or null.</summary>
    public string? Builds => At("actions/workflows/ci.yml");

    /// <summary>The online help of a cmdlet, or null.</summary>
    public string? Help(string cmdlet) => At($"blob/main/docs/{cmdlet}.md");

    private string? At(string path) => root is null ? null : $"{root}/{path}";
}
