using System.Management.Automation;
using System.Reflection;

namespace CognitoPools.Commands;

/// <summary>The question of a cmdlet that destroys. It is asked when ShouldProcess would ask, but its default answer is
/// No, which ShouldProcess cannot offer.</summary>
/// <param name="cmdlet">The cmdlet; it destroys when its ConfirmImpact is High.</param>
internal sealed class DestructiveQuestion(PSCmdlet cmdlet)
{
    private readonly bool destroys =
        cmdlet.GetType().GetCustomAttribute<CmdletAttribute>()?.ConfirmImpact == ConfirmImpact.High;

    private bool yesToAll;
    private bool noToAll;

    /// <summary>Whether the cmdlet destroys and its user wants to be asked, by -Confirm or by $ConfirmPreference.</summary>
    public bool IsWanted => destroys && (
        cmdlet.MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm)
            ? LanguagePrimitives.IsTrue(confirm)
            : Preference is not ConfirmImpact.None);

    private ConfirmImpact Preference =>
        LanguagePrimitives.ConvertTo<ConfirmImpact>(cmdlet.GetVariableValue("ConfirmPreference") ?? ConfirmImpact.High);

    /// <summary>Asks. Yes to All and No to All hold for the rest of the command.</summary>
    /// <param name="question">The question.</param>
    /// <param name="caption">The line above it.</param>
    // With a security impact, the engine makes No the default answer.
    public bool Ask(string question, string caption) =>
        cmdlet.ShouldContinue(question, caption, hasSecurityImpact: true, ref yesToAll, ref noToAll);
}
