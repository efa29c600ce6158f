using System.ComponentModel;

namespace CognitoPools.Wire.Tests;

/// <summary>Programs of somebody else that read templates, which may not be installed.</summary>
internal static class TemplatesTool
{
    private const string Parser = "@cdktf/hcl2json@0.21.0";

    private static readonly Lazy<bool> CfnLint = new(() => Runs("cfn-lint", "--version"));
    private static readonly Lazy<bool> Terraform = new(() => Runs("terraform", "version"));
    private static readonly Lazy<string?> ParserFolder = new(() =>
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "hcl2json");
        return Runs("node", "--version") && Runs("npm", "install", "--no-audit", "--no-fund", "--prefix", folder, Parser) ? folder : null;
    });

    public static bool HasCfnLint => CfnLint.Value;

    public static bool HasTerraform => Terraform.Value;

    /// <summary>The folder with the parser of Terraform's language; null where npm cannot install it.</summary>
    public static string? HclParser => ParserFolder.Value;

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = ChildProcess.Start(program, arguments);
            return ChildProcess.EndAsync(process).GetAwaiter().GetResult().Code == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A test that is skipped where there is no cfn-lint.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CfnLintFactAttribute : FactAttribute
{
    public CfnLintFactAttribute()
    {
        if (!TemplatesTool.HasCfnLint)
            Skip = "cfn-lint is not installed: pip install cfn-lint.";
    }
}

/// <summary>A test that is skipped where there is no Terraform.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TerraformFactAttribute : FactAttribute
{
    public TerraformFactAttribute()
    {
        if (!TemplatesTool.HasTerraform)
            Skip = "Terraform is not installed.";
    }
}

/// <summary>A test that is skipped where npm cannot install the parser of Terraform's language.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HclParserFactAttribute : FactAttribute
{
    public HclParserFactAttribute()
    {
        if (TemplatesTool.HclParser is null)
            Skip = "npm did not install @cdktf/hcl2json.";
    }
}
