"""A LangChain retrieval chain as a target of Assay.

Needs: pip install langchain-core langchain-openai
In assay.yaml:

    targets:
      langchain:
        kind: python
        function: langchain_target.py:answer
"""
from langchain_core.documents import Document
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

# Put your own index here: any LangChain retriever will do.
PAGES = [
    Document("A request times out after 30 seconds unless `timeout` says otherwise.", metadata={"source": "limits.md"}),
    Document("The Team plan costs 40 euros a month and holds five seats.", metadata={"source": "plans.md"}),
]
store = InMemoryVectorStore.from_documents(PAGES, OpenAIEmbeddings(model="text-embedding-3-small"))
retriever = store.as_retriever(search_kwargs={"k": 4})
model = ChatOpenAI(model="gpt-4.1-mini", temperature=0)

SYSTEM = "Answer from these passages only. Say so when they do not hold the answer.\n\n{passages}"


def answer(question, history=None):
    """`history` is a list of {"role", "content"}; documents come back in rank order with their source as id."""
    documents = retriever.invoke(question)
    passages = "\n\n".join(document.page_content for document in documents)
    kinds = {"user": HumanMessage, "assistant": AIMessage, "system": SystemMessage}
    past = [kinds[message["role"]](message["content"]) for message in history or []]
    reply = model.invoke([SystemMessage(SYSTEM.format(passages=passages)), *past, HumanMessage(question)])
    usage = reply.usage_metadata or {}
    return {
        "text": reply.text if isinstance(reply.text, str) else reply.text(),
        "documents": documents,
        "usage": {"input": usage.get("input_tokens"), "output": usage.get("output_tokens")},
        "model": reply.response_metadata.get("model_name"),
    }
