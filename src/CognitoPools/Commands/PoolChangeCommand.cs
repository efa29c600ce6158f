using System.Management.Automation;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that change or delete an existing identity pool: they show a plan, ask, and run it.</summary>
public abstract class PoolChangeCommand : PoolTargetCommand
{
    /// <summary>Writes the plan as an object, for review or for a test, and changes nothing.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
