using System.Management.Automation;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that change or delete an existing identity pool: they create a plan, prompt for confirmation
/// and run the plan.</summary>
public abstract class PoolChangeCommand : PoolTargetCommand
{
    /// <summary>Returns the plan as an object, for review or for a test, and changes nothing. Invoke-PoolPlan runs the
    /// plan.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    /// <summary>Answers every question of the cmdlet with yes, unless -Confirm is specified.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
