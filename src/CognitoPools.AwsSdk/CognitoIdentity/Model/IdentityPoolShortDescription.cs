namespace Amazon.CognitoIdentity.Model;

/// <summary>A description of the identity pool.</summary>
public partial class IdentityPoolShortDescription
{
    /// <summary>An identity pool ID in the format REGION:GUID. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>A string that you provide. Constraint: 1 to 128 characters, pattern [\w\s+=,.@-]+.</summary>
    public string IdentityPoolName { get; set; }
}
