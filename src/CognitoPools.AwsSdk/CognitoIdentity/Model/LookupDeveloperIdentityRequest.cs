namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of LookupDeveloperIdentity. Retrieves the IdentityID associated with a DeveloperUserIdentifier or the list of DeveloperUserIdentifier values associated with an IdentityId for an existing identity.</summary>
public partial class LookupDeveloperIdentityRequest : AmazonCognitoIdentityRequest
{
    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>A unique identifier in the format REGION:GUID. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>A unique ID used by your backend authentication process to identify a user. Typically, a developer identity provider would issue many developer user identifiers, in keeping with the number of users. Constraint: 1 to 1024 characters.</summary>
    public string DeveloperUserIdentifier { get; set; }

    /// <summary>The maximum number of identities to return. Constraint: 1 to 60.</summary>
    public int? MaxResults { get; set; }

    /// <summary>A pagination token. The first call you make will have NextToken set to null. After that the service will return NextToken values as needed. Constraint: 1 to 65535 characters, pattern [\S]+.</summary>
    public string NextToken { get; set; }
}
