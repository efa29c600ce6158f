using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Also accepts the state of the basic flow as a truth value, which AllowClassicFlow is in the AWS CLI, CloudFormation
/// and Terraform.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlowStateAttribute : ArgumentTransformationAttribute
{
    /// <summary>Converts a truth value to a state.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">The value from the user.</param>
    /// <returns>The state; anything but a truth value as it is.</returns>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Unwrapped.Object(inputData) switch
    {
        bool flag => State(flag),
        SwitchParameter flag => State(flag.IsPresent),
        string text when bool.TryParse(text, out var flag) => State(flag),
        _ => inputData,
    };

    private static BasicFlowState State(bool isOn) => isOn ? BasicFlowState.Active : BasicFlowState.Inactive;
}
