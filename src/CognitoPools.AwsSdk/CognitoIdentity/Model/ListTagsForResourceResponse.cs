using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of ListTagsForResource.</summary>
public partial class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The tags that are assigned to the identity pool.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;
}
