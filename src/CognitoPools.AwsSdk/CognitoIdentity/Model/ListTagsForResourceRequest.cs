namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of ListTagsForResource. Lists the tags that are assigned to an Amazon Cognito identity pool. A tag is a label that you can apply to identity pools to categorize and manage them in different ways, such as by purpose, owner, environment, or other criteria.</summary>
public partial class ListTagsForResourceRequest : AmazonCognitoIdentityRequest
{
    /// <summary>The Amazon Resource Name (ARN) of the identity pool that the tags are assigned to. Required. Constraint: 20 to 2048 characters.</summary>
    public string ResourceArn { get; set; }
}
