namespace ModuleBuilder;

/// <summary>
/// The zip that Azure Automation imports as a custom module: one folder, and the zip, the folder and the manifest have
/// the same name. A folder for the version must not be in it:
/// https://learn.microsoft.com/azure/automation/shared-resources/modules.
/// </summary>
internal static class AutomationZip
{
    /// <summary>Writes the zip; answers its path.</summary>
    public static string Write(string module, string target)
    {
        var zip = new SteadyZip();
        zip.AddFolder(module, "CognitoPools/");
        var path = Path.Combine(target, "CognitoPools.zip");
        zip.Write(path);
        return path;
    }
}
