using System.Management.Automation;
using System.Reflection;

namespace CognitoPools.Commands;

/// <summary>The confirmation prompt of a destructive cmdlet. It appears when ShouldProcess would prompt, but its default
/// answer is No, which ShouldProcess cannot offer.</summary>
/// <param name="cmdlet">The cmdlet. It is destructive when its ConfirmImpact is High.</param>
internal sealed class DestructiveQuestion(PSCmdlet cmdlet)
{
    private readonly bool destroys =
        cmdlet.GetType().GetCustomAttribute<CmdletAttribute>()?.ConfirmImpact == ConfirmImpact.High;

    private bool yesToAll;
    private bool noToAll;

    /// <summary>Whether the cmdlet is destructive and must prompt, because of -Confirm or $ConfirmPreference.</summary>
    public bool IsWanted => destroys && (
        cmdlet.MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm)
            ? LanguagePrimitives.IsTrue(confirm)
            : Preference is not ConfirmImpact.None);

    private ConfirmImpact Preference =>
        LanguagePrimitives.ConvertTo<ConfirmImpact>(cmdlet.GetVariableValue("ConfirmPreference") ?? ConfirmImpact.High);

    /// <summary>Prompts. Yes to All and No to All apply to the rest of the command.</summary>
    /// <param name="question">The question.</param>
    /// <param name="caption">The line above the question.</param>
    // A security impact makes No the default answer.
    public bool Ask(string question, string caption) =>
        cmdlet.ShouldContinue(question, caption, hasSecurityImpact: true, ref yesToAll, ref noToAll);
}
