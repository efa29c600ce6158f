namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of ListIdentities. Lists the identities in an identity pool. You must use Amazon Web Services developer credentials to call this operation.</summary>
public partial class ListIdentitiesRequest : AmazonCognitoIdentityRequest
{
    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>The maximum number of identities to return. Required. Constraint: 1 to 60.</summary>
    public int? MaxResults { get; set; }

    /// <summary>A pagination token. Constraint: 1 to 65535 characters, pattern [\S]+.</summary>
    public string NextToken { get; set; }

    /// <summary>An optional boolean parameter that allows you to hide disabled identities. If omitted, the ListIdentities API will include disabled identities in the response.</summary>
    public bool? HideDisabled { get; set; }
}
