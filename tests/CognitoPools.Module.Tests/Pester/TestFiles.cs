using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Pester;

/// <summary>The Pester files under tests/.</summary>
public static class TestFiles
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests");

    // These run only once: they look through every parameter of every cmdlet, wait for accounts that do not answer, or test
    // no cmdlet.
    private static readonly string[] Once =
    [
        "Accounts.Tests.ps1",
        "OddValues.Tests.ps1",
        "Prose.Tests.ps1",
        "Secrets.Tests.ps1",
        "SessionPicture.Tests.ps1",
    ];

    // The third pass leaves these out, for the reason given. Every other file runs in all passes.
    private static readonly Dictionary<string, string> WithoutCultures = new(StringComparer.Ordinal)
    {
        ["Accounts.Tests.ps1"] = "It asks accounts that cannot be reached, and waits for most of its time.",
        ["Errors.Tests.ps1"] = "Each error is asserted where its cmdlet is tested; this file only reads the catalogue once more.",
        ["Examples.Tests.ps1"] = "The examples of the help assert nothing about numbers, dates or letters; the cmdlets' files do.",
        ["OddValues.Tests.ps1"] = "It looks for raw exceptions in every cmdlet, whatever the culture, and takes its time.",
        ["PoolBackup.Tests.ps1"] = "The runbook only calls cmdlets, whose own files run in this pass.",
        ["AuditRunbooks.Tests.ps1"] = "The runbooks only call cmdlets, whose own files run in this pass.",
        ["Secrets.Tests.ps1"] = "It looks for secrets in every stream, whatever the culture, and takes its time.",
        ["Values.Tests.ps1"] = "It sets the cultures itself.",
        ["NoAccount.Tests.ps1"] = "It asks accounts that cannot be reached, and waits for most of its time.",
        ["Prose.Tests.ps1"] = "It reads texts, whatever the culture.",
        ["SessionPicture.Tests.ps1"] = "It draws a session in a shell that has the culture of the machine.",
        ["Progress.Tests.ps1"] = "It waits for progress that is shown in real time; its numbers are tested beside the core.",
    };

    /// <summary>Gets the names of all files.</summary>
    public static TheoryData<string> All => [.. Names];

    /// <summary>Gets the names of the files that run in the third pass, in a third culture.</summary>
    public static TheoryData<string> InCultures => [.. Names.Except(WithoutCultures.Keys, StringComparer.Ordinal)];

    /// <summary>Gets the names of the files that run with the earlier Pester too, in another culture.</summary>
    public static TheoryData<string> Again => [.. Names.Except(Once, StringComparer.Ordinal)];

    /// <summary>Gets the names of files that are left out although they do not exist.</summary>
    public static IEnumerable<string> Unknown => WithoutCultures.Keys.Concat(Once).Except(Names, StringComparer.Ordinal);

    private static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.Tests.ps1")
        .Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal);

    /// <summary>Gets the path of a file.</summary>
    /// <param name="name">Its name.</param>
    public static string PathOf(string name) => Path.Combine(Folder, name);
}
