using System.Management.Automation;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that merge or remove developer identities, which cannot be undone.</summary>
public abstract class DeveloperIdentityChangeCommand : DeveloperIdentityCommand
{
    /// <summary>Answers every question of the cmdlet with yes, unless -Confirm is specified.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
