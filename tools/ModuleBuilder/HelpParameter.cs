using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;

namespace ModuleBuilder;

/// <summary>A parameter and what help says of it.</summary>
internal sealed record HelpParameter(CmdletParameter Shape, string Text)
{
    /// <summary>The two that PowerShell adds to every cmdlet that changes something.</summary>
    public static IReadOnlyList<HelpParameter> OfShouldProcess { get; } =
    [
        Common(nameof(ShouldProcessParameters.WhatIf), "Shows what would happen if the cmdlet runs. The cmdlet is not run."),
        Common(nameof(ShouldProcessParameters.Confirm), "Prompts for confirmation before running the cmdlet."),
    ];

    private static HelpParameter Common(string name, string text)
    {
        var property = typeof(ShouldProcessParameters).GetProperty(name)!;
        return new HelpParameter(new CmdletParameter(property, [.. property.GetCustomAttributes<ParameterAttribute>()]), text);
    }
}
