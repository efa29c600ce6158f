namespace Amazon.CognitoIdentity.Model;

/// <summary>An array of UnprocessedIdentityId objects, each of which contains an ErrorCode and IdentityId.</summary>
public partial class UnprocessedIdentityId
{
    /// <summary>A unique identifier in the format REGION:GUID. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>The error code indicating the type of error that occurred.</summary>
    public ErrorCode ErrorCode { get; set; }
}
