using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of ListIdentityPools.</summary>
public partial class ListIdentityPoolsResponse : AmazonWebServiceResponse
{
    /// <summary>The identity pools returned by the ListIdentityPools action.</summary>
    public List<IdentityPoolShortDescription> IdentityPools { get; set; } = AWSConfigs.InitializeCollections ? new List<IdentityPoolShortDescription>() : null;

    /// <summary>A pagination token. Constraint: 1 to 65535 characters, pattern [\S]+.</summary>
    public string NextToken { get; set; }
}
