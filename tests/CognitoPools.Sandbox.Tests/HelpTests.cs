using System.Text.RegularExpressions;
using CognitoPools.Sandbox.Services;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Tests;

/// <summary>What about_CognitoPools_Sandbox says is what there is.</summary>
public sealed class HelpTests
{
    private static readonly string Help = Regex.Replace(
        File.ReadAllText(Path.Combine(Root(), "en-US", "about_CognitoPools_Sandbox.help.txt")), @"\s+", " ");

    [Fact]
    public void Every_operation_is_named()
    {
        var operations = CognitoIdentityOperations.All.Keys.Concat(IamOperations.All.Keys)
            .Concat(StsOperations.All.Keys)
            .ToList();

        Assert.Equal(23, CognitoIdentityOperations.All.Count);
        Assert.All(operations, operation => Assert.Matches($@"\b{operation}\b", Help));
    }

    [Fact]
    public void Every_assumption_about_roles_and_tags_is_quoted() =>
        Assert.All(SignInAssumptions.All, assumption => Assert.Contains(assumption, Help, StringComparison.Ordinal));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CognitoPools.psd1")) || !Directory.Exists(Path.Combine(folder, "src")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The checkout was not found.");
        return folder;
    }
}
