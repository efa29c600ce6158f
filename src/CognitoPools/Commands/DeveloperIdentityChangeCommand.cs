using System.Management.Automation;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that merge or remove developer identities, which cannot be undone.</summary>
public abstract class DeveloperIdentityChangeCommand : DeveloperIdentityCommand
{
    /// <summary>Answers every question with yes, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
