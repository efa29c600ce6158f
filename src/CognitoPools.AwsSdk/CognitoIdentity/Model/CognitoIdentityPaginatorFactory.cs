namespace Amazon.CognitoIdentity.Model;

/// <summary>The operations that answer in pages.</summary>
internal sealed class CognitoIdentityPaginatorFactory : ICognitoIdentityPaginatorFactory
{
    private readonly IAmazonCognitoIdentity client;

    public CognitoIdentityPaginatorFactory(IAmazonCognitoIdentity client) => this.client = client;

    public IListIdentityPoolsPaginator ListIdentityPools(ListIdentityPoolsRequest request) => new ListIdentityPoolsPaginator(client, request);
}
