namespace CognitoPools;

/// <summary>Whether an identity pool allows the basic (classic) authentication flow.</summary>
public enum BasicFlowState
{
    /// <summary>Never set. The service was seen to accept the basic flow in this state (aws-cli issue 7652): treat it
    /// as active.</summary>
    Unset,

    /// <summary>The basic flow is allowed.</summary>
    Active,

    /// <summary>The basic flow is refused.</summary>
    Inactive,
}
